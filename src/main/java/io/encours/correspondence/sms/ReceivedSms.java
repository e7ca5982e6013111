package io.encours.correspondence.sms;

import java.util.Optional;

/// A message a customer sent, or a part of it.
///
/// @param from as the network says it
/// @param to our number or name
record ReceivedSms(String from, String to, String text, Optional<Concatenation> part) {}
