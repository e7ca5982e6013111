package io.encours.testing;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Looks at a page with axe-core by the rules of WCAG 2.0 to 2.2, levels A and AA, and what axe holds to be good
/// practice
/// for headings, landmarks and names.
public final class Axe {

    private static final String PAGE = "html";
    private static final List<String> ALL = List.of();
    private static final String SOURCE = source();

    private static final String LOOK = """
            async ([inside, rules]) => {
              const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
              const options = rules.length > 0
                ? { runOnly: { type: 'rule', values: rules } }
                : { runOnly: { type: 'tag', values: tags }, rules: { 'target-size': { enabled: true } } };
              const found = await axe.run(inside, { ...options, resultTypes: ['violations'] });
              return found.violations.flatMap((rule) => rule.nodes.map((node) =>
                `${rule.id}: ${node.target.join(' ')} ${node.html.slice(0, 160)} (${node.failureSummary.replace(/\\s+/g, ' ').slice(0, 300)})`));
            }
            """;

    private Axe() {}

    /// Everything that is wrong on the page as it stands now.
    public static List<String> look(Page page) {
        return run(page, PAGE, ALL);
    }

    /// Everything that is wrong in these parts of the page, such as menus, which may cover the rest of it.
    public static List<String> lookInside(Page page, String parts) {
        return run(page, parts, ALL);
    }

    /// Only what another theme can change.
    public static List<String> lookAtContrast(Page page) {
        return run(page, PAGE, List.of("color-contrast", "link-in-text-block"));
    }

    @SuppressWarnings("unchecked") // the script answers a list of texts
    private static List<String> run(Page page, String inside, List<String> rules) {
        if (!(Boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(SOURCE);
        }
        return (List<String>) page.evaluate(LOOK, List.of(inside, rules));
    }

    private static String source() {
        try (var script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
