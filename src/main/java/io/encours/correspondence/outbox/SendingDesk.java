package io.encours.correspondence.outbox;

import io.encours.correspondence.Clearance;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What the sending of every channel needs.
@Component
record SendingDesk(
        DSLContext db,
        TransactionTemplate transaction,
        ParcelReader parcels,
        MessageLists lists,
        MessageEvents events,
        Stopping stopping,
        Clearance clearance,
        QuietHours quiet) {}
