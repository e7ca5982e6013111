package io.encours.reporting.api;

import io.encours.reporting.Report;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/// Reports as JSON: numbers with decimals are strings, in plain notation, so that no program reads them as
/// floating point.
@Component
class Figures {

    /// In plain notation: their scale is never negative.
    private final JsonMapper mapper;

    Figures(JsonMapper mapper) {
        this.mapper = mapper.rebuild()
                .addModule(new SimpleModule().addSerializer(BigDecimal.class, new ToStringSerializer(BigDecimal.class)))
                .build();
    }

    byte[] json(Report report) {
        return mapper.writeValueAsBytes(report);
    }
}
