package io.encours.platform.command;

import java.util.List;
import java.util.Locale;

/// Something the person who started the application must read, printed under its address: the link of the first
/// sign-in, the sign-ins of the demonstration. Contributed as a bean.
public interface StartNotice {

    /// Empty when there is nothing to say.
    List<String> lines(Locale locale);
}
