package io.encours.platform;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LowerChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UpperChars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditorReferenceTest {

    /// Example of the standard's user guide.
    @ParameterizedTest
    @CsvSource({"539007547034, RF18539007547034", "C0042, RF28C0042", "c-00 42, RF28C0042"})
    void a_text_gets_its_check_digits(String text, String reference) {
        assertThat(CreditorReference.of(text)).hasValue(new CreditorReference(reference));
    }

    @Test
    void it_is_written_in_fours() {
        assertThat(new CreditorReference("RF18539007547034").inFours()).isEqualTo("RF18\u00a05390\u00a00754\u00a07034");
    }

    @ParameterizedTest
    @CsvSource({"'', false", "'---', false", "ABCDEFGHIJKLMNOPQRSTU, true", "ABCDEFGHIJKLMNOPQRSTUV, false"})
    void a_text_of_one_to_21_letters_and_digits_has_one(String text, boolean has) {
        assertThat(CreditorReference.of(text).isPresent()).isEqualTo(has);
    }

    @Property
    void every_reference_passes_its_own_check(
            @ForAll @StringLength(min = 1, max = 21) @UpperChars @NumericChars @LowerChars String text) {
        var reference = CreditorReference.of(text).orElseThrow();
        assertThat(CreditorReference.isValid(reference.value())).isTrue();
        assertThat(CreditorReference.isValid(reference.inFours())).isTrue();
    }

    @Property
    void one_sign_typed_wrongly_is_noticed(
            @ForAll @StringLength(min = 1, max = 21) @NumericChars String text,
            @ForAll @IntRange(max = 20) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        var reference = CreditorReference.of(text).orElseThrow().value();
        var at = 4 + place % text.length();
        var other = (char) ('0' + (reference.charAt(at) - '0' + by) % 10);
        assertThat(CreditorReference.isValid(reference.substring(0, at) + other + reference.substring(at + 1)))
                .isFalse();
    }
}
