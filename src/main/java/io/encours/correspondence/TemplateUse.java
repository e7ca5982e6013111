package io.encours.correspondence;

import io.encours.strategy.Purpose;
import io.encours.strategy.Stage;
import io.encours.strategy.StrategyAction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a text is wanted for; decides which template is taken.
///
/// @param level how firm, 1 the most courteous: a reminder's place among the reminders. The firmest template that is
///     not firmer is taken
/// @param language of the reader, `fr`; without a template in it, the company's language is taken, else French
/// @param code of the template; null: the one for this channel, purpose, stage and level
public record TemplateUse(
        Channel channel,
        Purpose purpose,
        Stage stage,
        int level,
        String language,
        @Nullable String code) {

    /// Of a template known by its code.
    public static TemplateUse named(String code, Channel channel, Purpose purpose, String language) {
        return new TemplateUse(channel, purpose, Stage.AMICABLE, 1, language, code);
    }

    /// Of an action of a strategy; empty when it sends no text.
    ///
    /// @param level see above
    public static Optional<TemplateUse> of(StrategyAction action, int level, String language) {
        return Channel.of(action.type())
                .map(channel ->
                        new TemplateUse(channel, action.purpose(), action.stage(), level, language, action.template()));
    }
}
