package io.encours.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/// Codes of customers come from accounting and stand in addresses: `DUPONT/2`, `A;B`, `50%`. Encoded, these marks are
/// part of one segment of the path and never part its segments: the server leaves an encoded slash as it is, and rules
/// and routes are both matched segment by segment. Bare, they are refused as ever.
@Configuration(proxyBeanMethods = false)
class Addresses {

    @Bean
    StrictHttpFirewall firewall() {
        var firewall = new CodesInPaths();
        firewall.setAllowUrlEncodedSlash(true);
        firewall.setAllowUrlEncodedDoubleSlash(true);
        firewall.setAllowUrlEncodedPercent(true);
        firewall.setAllowBackSlash(true);
        firewall.setAllowSemicolon(true);
        return firewall;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> slashesStayEncoded() {
        return server -> server.addConnectorCustomizers(connector -> {
            connector.setEncodedSolidusHandling("passthrough");
            connector.setEncodedReverseSolidusHandling("passthrough");
        });
    }

    private static final class CodesInPaths extends StrictHttpFirewall {

        @Override
        public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
            var path = request.getRequestURI();
            if (path.contains(";") || path.contains("\\") || path.contains("//")) {
                throw new RequestRejectedException("The path has a bare mark that must be encoded");
            }
            return super.getFirewalledRequest(request);
        }
    }
}
