package io.encours.platform;

import java.util.Arrays;
import java.util.List;

/// Something that holds in a sound installation, looked at by `./encours doctor`. Modules contribute theirs as beans.
public interface Checkup {

    /// What was found.
    ///
    /// @param check short name, the same in every language
    /// @param textKey of the sentence that says it
    record Finding(String check, boolean sound, String textKey, List<Object> arguments) {

        public static Finding sound(String check, String textKey, Object... arguments) {
            return new Finding(check, true, textKey, Arrays.asList(arguments));
        }

        public static Finding broken(String check, String textKey, Object... arguments) {
            return new Finding(check, false, textKey, Arrays.asList(arguments));
        }
    }

    /// Looks, changes nothing.
    Finding look();
}
