package io.encours.worklist;

import io.encours.platform.Scope;

/// Scope, filter and group: what a question to the supervisor is about.
record Selection(Scope scope, Filter filter, GroupKey group) {

    static final GroupKey ALL = new GroupKey(null, null);

    boolean isByPriority() {
        return filter.order() == Filter.Order.PRIORITY;
    }

    Selection in(GroupKey key) {
        return new Selection(scope, filter, key);
    }

    boolean isWithoutAction() {
        return GroupKey.WITHOUT_ACTION.equals(group.action());
    }
}
