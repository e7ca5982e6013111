/// *Messages*: what waits, what was sent, what went wrong; one message with its history; how a company sends.
@NullMarked
package io.encours.correspondence.outbox.web;

import org.jspecify.annotations.NullMarked;
