package io.encours.platform.web;

import io.encours.platform.PlainNumber;
import java.beans.PropertyEditorSupport;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.JacksonComponent;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.NumberDeserializers.BigDecimalDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;

/// Numbers of queries and bodies, as far as `PlainNumber` takes them; others cannot be read.
@JacksonComponent
class PlainNumbers {

    private PlainNumbers() {}

    /// Of a query or a form. An editor and no converter: where a converter refuses, the editor of the framework
    /// is asked.
    @ControllerAdvice
    static class OfQuery {

        @InitBinder
        void numbers(WebDataBinder binder) {
            binder.registerCustomEditor(BigDecimal.class, new PropertyEditorSupport() {
                @Override
                public void setAsText(String text) {
                    setValue(
                            text.isBlank()
                                    ? null
                                    : PlainNumber.read(text)
                                            .orElseThrow(() -> new IllegalArgumentException("no plain number")));
                }
            });
        }
    }

    /// Of a JSON body, as a number or as a string.
    static class OfBody extends StdDeserializer<BigDecimal> {

        OfBody() {
            super(BigDecimal.class);
        }

        @Override
        public @Nullable BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
            var number = BigDecimalDeserializer.instance.deserialize(parser, context);
            return number == null || PlainNumber.isPlain(number)
                    ? number
                    : (BigDecimal) context.handleWeirdNumberValue(BigDecimal.class, 0, "no plain number");
        }
    }
}
