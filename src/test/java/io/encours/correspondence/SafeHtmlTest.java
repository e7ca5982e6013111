package io.encours.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What messages may contain, and what is taken out of them.
@DisplayName("A1 the HTML of templates")
class SafeHtmlTest {

    @Test
    void what_is_allowed_stays_as_it_was_typed() {
        var source = """
                <p style="text-align: center">L'échéance d’hier : {{deadline}} & <b>{{totals.items}}</b></p>
                <table><tbody>{{#items}}<tr><td class="num">{{remaining}}</td></tr>{{/items}}</tbody></table>
                <ul>{{#items}}<li>{{number}}</li>{{/items}}</ul>
                <a href="{{payment.link}}">Payer</a>
                """;

        var cleaned = SafeHtml.cleaned(source);

        assertThat(cleaned.removed()).isEmpty();
        assertThat(cleaned.html()).isEqualTo(source);
    }

    @Test
    void what_is_not_is_taken_out_and_named_and_the_sections_stay_where_they_were() {
        var cleaned = SafeHtml.cleaned("""
                <p onclick="x()" style="position: fixed; color: red">Bonjour {{customer.name}}, c'est l'heure</p>\
                <script>alert(1)</script><img src="https://spy.example/p.gif">\
                <table><tbody>{{#items}}<tr><td class="num">{{remaining}}</td></tr>{{/items}}</tbody></table>\
                <a href="javascript:alert(1)">Payer</a>\
                """);

        assertThat(cleaned.removed())
                .containsExactlyInAnyOrder("onclick", "style: position", "<script>", "<img>", "href");
        assertThat(cleaned.html()).isEqualTo("""
                <p style="color:red">Bonjour {{customer.name}}, c'est l'heure</p>\
                <table><tbody>{{#items}}<tr><td class="num">{{remaining}}</td></tr>{{/items}}</tbody></table>\
                <a>Payer</a>\
                """);
    }

    @Test
    void the_lines_stay_as_they_were_typed() {
        var source = """
                <p>Bonjour,<br>
                  voici :</p>
                <table>
                  <tbody>
                    {{#items}}
                    <tr><td>{{number}}</td></tr>
                    {{/items}}
                  </tbody>
                </table>
                """;

        assertThat(SafeHtml.cleaned(source + "<style>\np { color: red }\n</style>")
                        .html())
                .isEqualTo(source);
    }

    @Test
    void what_goes_out_is_made_safe_again() {
        assertThat(SafeHtml.safe("<p>5 < 6 <iframe src=x></iframe><a href=\"https://a.example/?a=1&b=2\">ici</a></p>"))
                .isEqualTo("<p>5 &lt; 6 <a href=\"https://a.example/?a=1&amp;b=2\">ici</a></p>");
    }

    @Test
    void a_reader_without_html_has_paragraphs_lists_and_columns() {
        var text = PlainText.of("""
                <p>Bonjour,<br>voici :</p>
                <ul><li>un</li><li>deux</li></ul>
                <table><tr><th>Facture</th><th class="num">Reste</th></tr>
                <tr><td>F1</td><td class="num">1 200,00</td></tr></table>
                <p>Voir <a href="https://a.example/">la page</a>.</p>\
                """);

        assertThat(text).isEqualTo("""
                Bonjour,
                voici :

                – un
                – deux

                Facture      Reste
                F1        1 200,00

                Voir la page (https://a.example/).
                """);
    }
}
