package io.encours.correspondence.outbox;

import io.encours.correspondence.Channel;
import io.encours.platform.RowId;
import io.encours.platform.mail.Mail;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message ready to be handed over.
///
/// @param attempt from 1
/// @param subject empty for an SMS
/// @param html empty for an SMS
/// @param reference by which an answer finds it
/// @param earlier `Message-ID` of the message it was written in place of; null: none
/// @param automatic no person wrote it
public record Parcel(
        RowId id,
        int attempt,
        long companyId,
        Channel channel,
        List<String> recipients,
        String language,
        String subject,
        String text,
        String html,
        List<Mail.File> files,
        Reference reference,
        @Nullable String earlier,
        boolean automatic) {}
