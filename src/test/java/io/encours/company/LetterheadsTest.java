package io.encours.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.platform.BankAccount;
import io.encours.platform.Problem;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("A1 the paper of a company")
class LetterheadsTest {

    private static final String IBAN = "FR76 3000 6000 0112 3456 7890 189";

    @Autowired
    private Letterheads letterheads;

    @Autowired
    private Fixtures fixtures;

    private Company company;
    private SignedIn administrator;

    @BeforeEach
    void a_company() {
        company = fixtures.aCompany();
        administrator = fixtures.aUser(Role.ADMINISTRATOR, CollectionsRole.NONE, company);
    }

    @Test
    void a_company_has_nothing_but_its_name_at_first() {
        var paper = letterheads.of(company.id());
        assertThat(paper.name()).isEqualTo(company.name());
        assertThat(paper.account()).isNull();
        assertThat(paper.hasLogo()).isFalse();
    }

    @Test
    void what_is_said_is_kept_and_replaced() {
        letterheads.put(administrator, company.code(), draft("12, rue des Écluses", IBAN, "agrifrpp"));
        assertThat(letterheads.of(company.id()).account())
                .isEqualTo(new BankAccount("FR7630006000011234567890189", "AGRIFRPP"));
        letterheads.put(administrator, company.code(), draft("13, rue des Écluses", null, null));
        assertThat(letterheads.of(company.id()).address()).isEqualTo("13, rue des Écluses");
        assertThat(letterheads.of(company.id()).account()).isNull();
    }

    @Test
    void saying_it_again_keeps_the_logo() throws Exception {
        letterheads.putLogo(administrator, company.code(), picture("png", 40, 20));
        letterheads.put(administrator, company.code(), draft("1, rue", null, null));
        assertThat(letterheads.of(company.id()).hasLogo()).isTrue();
        letterheads.removeLogo(administrator, company.code());
        assertThat(letterheads.of(company.id()).hasLogo()).isFalse();
        assertThat(letterheads.of(company.id()).address()).isEqualTo("1, rue");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "FR76 3000 6000 0112 3456 7890 188, none,     iban, company.problem.iban",
                "none,                              AGRIFRPP, iban, company.problem.ibanMissing",
                "FR76 3000 6000 0112 3456 7890 189, AGRI,     bic,  company.problem.bic"
            })
    void a_wrong_account_is_refused_beside_its_field(
            @Nullable String iban, @Nullable String bic, String field, String code) {
        assertThatThrownBy(() -> letterheads.put(administrator, company.code(), draft("1, rue", iban, bic)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .extracting(Problem.FieldError::field, Problem.FieldError::code)
                                .contains(org.assertj.core.groups.Tuple.tuple(field, code)));
    }

    @ParameterizedTest
    @CsvSource({"png, 2000, 500, 800, 200", "jpeg, 300, 100, 300, 100", "png, 10, 900, 4, 400"})
    void a_logo_is_kept_in_the_size_it_is_printed_in(String format, int width, int height, int kept, int high)
            throws Exception {
        letterheads.putLogo(administrator, company.code(), picture(format, width, height));
        var logo = ImageIO.read(
                new ByteArrayInputStream(letterheads.logo(company.id()).orElseThrow()));
        assertThat(logo.getWidth()).isEqualTo(kept);
        assertThat(logo.getHeight()).isEqualTo(high);
        assertThat(logo.getColorModel().hasAlpha()).isFalse();
    }

    @Test
    void an_SVG_becomes_pixels() throws Exception {
        var svg = "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='100'>"
                + "<rect width='200' height='100' fill='#ff0000'/></svg>";
        letterheads.putLogo(administrator, company.code(), svg.getBytes(StandardCharsets.UTF_8));
        var logo = ImageIO.read(
                new ByteArrayInputStream(letterheads.logo(company.id()).orElseThrow()));
        assertThat(logo.getRGB(logo.getWidth() / 2, logo.getHeight() / 2)).isEqualTo(0xffff0000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bonjour",
                "",
                "%PDF-1.7",
                "<html><body>x</body></html>",
                "<svg",
                "<svg xmlns='http://www.w3.org/2000/svg'><g",
                "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><svg xmlns='http://www.w3.org/2000/svg'><text>&a;</text></svg>",
                "GIF89a\u0001\u0000\u0001\u0000"
            })
    void what_is_no_picture_is_refused(String content) {
        assertThatThrownBy(() ->
                        letterheads.putLogo(administrator, company.code(), content.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Problem.class);
    }

    @Test
    void more_than_a_megabyte_is_refused() {
        assertThatThrownBy(() -> letterheads.putLogo(administrator, company.code(), new byte[(1 << 20) + 1]))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors().getFirst().code())
                                .isEqualTo("company.problem.logoTooLarge"));
    }

    @Test
    void the_paper_of_another_company_is_not_there() {
        var other = fixtures.aCompany();
        var manager = fixtures.aManager(company);
        assertThatThrownBy(() -> letterheads.of(manager, other.code())).isInstanceOf(Problem.class);
        assertThat(letterheads.of(manager, company.code()).name()).isEqualTo(company.name());
    }

    private static Letterhead.Draft draft(String address, @Nullable String iban, @Nullable String bic) {
        return new Letterhead.Draft(address, "69002", "Lyon", null, null, null, null, null, null, iban, bic);
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }
}
