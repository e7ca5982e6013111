package io.encours.demo;

final class DemoPeople {
    static final String MANAGER = "credit";
    static final String FIRST_COLLECTOR = "recouvrement1";
    static final String SECOND_COLLECTOR = "recouvrement2";

    private DemoPeople() {}
}
