package io.encours.correspondence.web;

import io.encours.platform.web.Address;
import java.util.Map;

/// Addresses of templates. The company is always said: without one the company in view is meant, an empty one is all.
final class Links {

    static final String TEMPLATES = "/templates";

    private Links() {}

    static String of(String code, String company, String language) {
        return of(code, "", company, language);
    }

    /// @param part of the template's address, `/versions`
    static String of(String code, String part, String company, String language) {
        return at(TEMPLATES + "/" + Address.part(code) + part, company, language);
    }

    static String at(String path, String company, String language) {
        return new Address(path, Map.of("language", language)) + "&company=" + Address.part(company);
    }
}
