package io.encours.identity;

import java.util.Base64;

/// Bytes as the Web Authentication standard writes them: base64url without padding.
final class Base64Url {

    private Base64Url() {}

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
