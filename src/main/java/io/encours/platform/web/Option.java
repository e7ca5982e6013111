package io.encours.platform.web;

/// One of the choices of a list in a form.
public record Option(String value, String label) {}
