package io.encours.correspondence.sms;

import io.encours.correspondence.channel.Route;
import io.encours.correspondence.channel.RouteProbe;
import io.encours.identity.SignedIn;
import io.encours.platform.PhoneNumber;
import io.encours.platform.web.Texts;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Both ways of short messages, of which one is open at most.
@Configuration(proxyBeanMethods = false)
class SmsProbes {

    @Bean
    RouteProbe smppProbe(SmsSettings settings, SmsGateway gateway, Texts texts) {
        var peer = Optional.ofNullable(settings.smppUrl())
                .map(url -> SmppAddress.of(url).toString());
        return new SmsProbe(Route.SMPP, peer, gateway, texts);
    }

    @Bean
    RouteProbe smsHttpProbe(SmsSettings settings, SmsGateway gateway, Texts texts) {
        var peer = settings.smppUrl() != null
                ? Optional.<String>empty()
                : Optional.ofNullable(settings.smsUrl())
                        .map(url -> URI.create(url).getHost());
        return new SmsProbe(Route.SMS_HTTP, peer, gateway, texts);
    }

    record SmsProbe(Route route, Optional<String> peer, SmsGateway gateway, Texts texts) implements RouteProbe {

        @Override
        public Tried tryOut(SignedIn user, long companyId, String to) {
            var number = PhoneNumber.of(to, "FR");
            if (number.isEmpty()) {
                return new Tried(false, "correspondence.route.problem.number");
            }
            var text = texts.text(user.locale(), "correspondence.route.trialText");
            return switch (gateway.tryOut(companyId, number.get().e164(), text, "trial-" + UUID.randomUUID())) {
                case SmsOutcome.Accepted taken -> new Tried(true, "correspondence.route.taken");
                case SmsOutcome.Later later -> new Tried(false, later.reason());
                case SmsOutcome.Refused refused -> new Tried(false, refused.reason());
                case SmsOutcome.Uncertain uncertain -> new Tried(false, uncertain.reason());
            };
        }
    }
}
