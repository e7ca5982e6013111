package io.encours.correspondence.inbound;

/// How far a mailbox was read. Ids of mails count only as long as the validity is the same (RFC 3501 §2.3.1.1).
record ImapPosition(long uidValidity, long lastUid) {}
