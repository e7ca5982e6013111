package io.encours.platform.pdf;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceType;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The only things a document can show besides its text: no file, no network, no class path.
final class GivenImages {

    private static final String PROTOCOL = "given";

    private GivenImages() {}

    static void only(Map<String, byte[]> images, PdfRendererBuilder builder) {
        builder.useUriResolver((base, uri) -> images.containsKey(uri) ? PROTOCOL + ":" + uri : null);
        builder.useExternalResourceAccessControl(
                (uri, type) -> type == ExternalResourceType.IMAGE_RASTER
                        && uri != null
                        && images.containsKey(uri.substring(uri.indexOf(':') + 1)),
                ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.useProtocolsStreamImplementation(
                uri -> new Image(images.getOrDefault(uri.substring(PROTOCOL.length() + 1), new byte[0])), PROTOCOL);
    }

    private static final class Image implements FSStream {

        private final byte[] content;

        Image(byte[] content) {
            this.content = content;
        }

        @Override
        public InputStream getStream() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
        }
    }
}
