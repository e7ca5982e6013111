package io.encours.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Where a webhook may lead. It makes this server send where somebody says, so networks that only this server
/// reaches, this machine among them, are closed to it unless the installation opens them. Plain HTTP goes to
/// such networks only.
sealed interface HookAddress {

    int LONGEST = 2_000;

    /// It may be sent to.
    ///
    /// @param machines what the name led to when it was checked; only these are spoken to
    record Open(URI uri, List<InetAddress> machines) implements HookAddress {}

    /// @param reason message key
    record Closed(String reason) implements HookAddress {}

    /// Looks the name up, once: asked again for each sending, as what a name leads to may change.
    ///
    /// @param allowPrivate networks of this server only are open
    static HookAddress of(String address, boolean allowPrivate) {
        try {
            var uri = new URI(address);
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (address.length() > LONGEST
                    || uri.getHost() == null
                    || uri.getUserInfo() != null
                    || !(scheme.equals("https") || scheme.equals("http"))) {
                return new Closed("webhook.problem.address");
            }
            var found = List.of(InetAddress.getAllByName(uri.getHost()));
            if (scheme.equals("http") && !(allowPrivate && found.stream().allMatch(HookAddress::isPrivate))) {
                return new Closed("webhook.problem.plainHttp");
            }
            return allowPrivate || found.stream().noneMatch(HookAddress::isPrivate)
                    ? new Open(uri, found)
                    : new Closed("webhook.problem.privateNetwork");
        } catch (URISyntaxException e) {
            return new Closed("webhook.problem.address");
        } catch (UnknownHostException e) {
            return new Closed("webhook.problem.unknownHost");
        }
    }

    /// This machine, private, shared (100.64.0.0/10), unique local (fc00::/7) and reserved networks, multicast, and
    /// IPv4 inside of IPv6 (mapped, 6to4, NAT64, Teredo).
    private static boolean isPrivate(InetAddress address) {
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
        if (address instanceof Inet6Address) {
            return (first & 0xfe) == 0xfc
                    || first == 0
                    || (first == 0x20 && second == 0x02)
                    || (first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0)
                    || Arrays.equals(Arrays.copyOf(bytes, 4), new byte[] {0, 0x64, (byte) 0xff, (byte) 0x9b});
        }
        return first == 0
                || first >= 240
                || (first == 100 && (second & 0xc0) == 64)
                || (first == 192 && second == 0 && bytes[2] == 0)
                || (first == 198 && (second & 0xfe) == 18);
    }
}
