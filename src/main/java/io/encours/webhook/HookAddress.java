package io.encours.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Whether an address may be sent to. A webhook makes this server send where somebody says: networks that only this
/// server
/// reaches are closed to it unless the installation opens them. Plain HTTP goes to this machine only.
final class HookAddress {

    private static final int LONGEST = 2_000;

    private HookAddress() {}

    /// Looks the name up; asked again before each sending, as what a name leads to may change.
    ///
    /// @return message key of why it may not; empty: it may
    static Optional<String> refusal(String address, boolean privateNetworks) {
        try {
            var uri = new URI(address);
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (address.length() > LONGEST
                    || uri.getHost() == null
                    || uri.getUserInfo() != null
                    || !(scheme.equals("https") || scheme.equals("http"))) {
                return Optional.of("webhook.problem.address");
            }
            var found = InetAddress.getAllByName(uri.getHost());
            var here = Arrays.stream(found).allMatch(InetAddress::isLoopbackAddress);
            if (scheme.equals("http") && !here) {
                return Optional.of("webhook.problem.plainHttp");
            }
            return here || privateNetworks || Arrays.stream(found).noneMatch(HookAddress::isPrivate)
                    ? Optional.empty()
                    : Optional.of("webhook.problem.privateNetwork");
        } catch (URISyntaxException e) {
            return Optional.of("webhook.problem.address");
        } catch (UnknownHostException e) {
            return Optional.of("webhook.problem.unknownHost");
        }
    }

    /// Also shared (100.64.0.0/10), unique local (fc00::/7) and reserved ones, and IPv4 inside of IPv6.
    static boolean isPrivate(InetAddress address) {
        var bytes = address.getAddress();
        var first = bytes[0] & 0xff;
        var second = bytes[1] & 0xff;
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        return address instanceof Inet6Address
                ? (first & 0xfe) == 0xfc || first == 0 || (first == 0x20 && second == 0x02)
                : first == 0
                        || first >= 240
                        || (first == 100 && (second & 0xc0) == 64)
                        || (first == 198 && (second & 0xfe) == 18);
    }
}
