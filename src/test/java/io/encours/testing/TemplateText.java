package io.encours.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a jte template says by itself, outside of its expressions: the words between tags and in the attributes people
/// read. There should be none; words come from the message files.
public final class TemplateText {

    private static final Pattern COMMENT = Pattern.compile("(?s)<%--.*?--%>|<!--.*?-->");
    private static final Pattern NO_WORDS = Pattern.compile("(?s)<(script|style|kbd)\\b.*?</\\1>");
    private static final Pattern DECLARATION = Pattern.compile("(?m)^@(import|param)\\b.*$");
    private static final Pattern READ_ATTRIBUTE =
            Pattern.compile("\\b(?:title|alt|placeholder|aria-label|aria-description)=\"([^\"]*)\"");
    private static final Pattern TAG = Pattern.compile("(?s)<[^>]*>");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    private final String text;
    private final StringBuilder kept = new StringBuilder();
    private int at;

    private TemplateText(String text) {
        this.text = text;
    }

    /// The words, each with some of what stands around it.
    public static List<String> in(String template) {
        var markup = DECLARATION
                .matcher(NO_WORDS.matcher(COMMENT.matcher(template).replaceAll(""))
                        .replaceAll(""))
                .replaceAll("");
        var scanner = new TemplateText(markup);
        scanner.markupUntil('\0');
        var words = new ArrayList<String>();
        var plain = scanner.kept.toString().replaceAll("&[a-z]+;", "");
        READ_ATTRIBUTE.matcher(plain).results().map(match -> match.group(1)).forEach(words::add);
        TAG.matcher(plain).replaceAll("\n").lines().forEach(words::add);
        return words.stream()
                .map(String::strip)
                .filter(line -> WORD.matcher(line).find())
                .toList();
    }

    /// Keeps markup, leaves out expressions and directives; content blocks inside of them are markup again.
    private void markupUntil(char end) {
        while (at < text.length() && text.charAt(at) != end) {
            if (text.startsWith("${", at) || text.startsWith("!{", at)) {
                at = text.indexOf('{', at) + 1;
                codeUntil('}', '{');
            } else if (text.startsWith("$unsafe{", at)) {
                at += "$unsafe{".length();
                codeUntil('}', '{');
            } else if (text.charAt(at) == '@' && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1))) {
                directive();
            } else {
                kept.append(text.charAt(at++));
            }
        }
        at++;
    }

    private void directive() {
        at++;
        while (at < text.length() && (Character.isJavaIdentifierPart(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '(') {
            at++;
            codeUntil(')', '(');
        }
    }

    private void codeUntil(char close, char open) {
        var depth = 1;
        while (at < text.length()) {
            var c = text.charAt(at);
            if (text.startsWith("@`", at)) {
                at += 2;
                kept.append('\n');
                markupUntil('`');
                kept.append('\n');
                continue;
            }
            at++;
            if (c == '"') {
                string();
            } else if (c == open) {
                depth++;
            } else if (c == close && --depth == 0) {
                return;
            }
        }
    }

    private void string() {
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }
}
