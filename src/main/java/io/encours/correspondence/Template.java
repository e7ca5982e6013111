package io.encours.correspondence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.encours.strategy.Purpose;
import io.encours.strategy.Stage;
import org.jspecify.annotations.Nullable;

/// A text to customers in one language.
///
/// @param company code of the company that has written it for itself; null: for every company without its own
/// @param level how firm, 1 the most courteous; null: taken only where its code is named
/// @param subject plain text with fields; empty for an SMS
/// @param body HTML with fields; plain text for an SMS
/// @param version counted up with every change; 0: the text Encours comes with
/// @param retired no longer used; what stands behind it is
public record Template(
        @JsonIgnore long id,
        String code,
        @Nullable String company,
        String language,
        Channel channel,
        Purpose purpose,
        Stage stage,
        @Nullable Integer level,
        String label,
        String subject,
        String body,
        int version,
        boolean retired) {

    /// Whose words they are, in the order of precedence.
    public enum Origin {
        COMPANY,
        INSTALLATION,
        /// What Encours comes with.
        ENCOURS;

        /// Its name in a message file.
        public String messageKey() {
            return "correspondence.origin." + name();
        }
    }

    @JsonProperty
    public Origin origin() {
        return company != null ? Origin.COMPANY : version > 0 ? Origin.INSTALLATION : Origin.ENCOURS;
    }
}
