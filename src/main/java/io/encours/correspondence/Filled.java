package io.encours.correspondence;

/// A template filled for one reader.
///
/// @param code of the template
/// @param version of the template; 0: the text Encours comes with
/// @param language it is written in, which may not be the one asked for
/// @param subject plain text; empty for an SMS
/// @param html the body as a fragment of well-formed XHTML, safe, without frame and style; empty for an SMS
/// @param text the body as plain text: the whole SMS, and the part of an e-mail for readers without HTML
public record Filled(String code, int version, String language, String subject, String html, String text) {}
