package io.encours.company;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.view.ViewBox;
import io.encours.platform.Problem;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// A picture somebody sends as a logo, and what is kept of it: a PNG on white of the size it is printed in, without
/// anything else the file may contain.
final class Logo {

    static final int LARGEST_FILE = 1 << 20;

    private static final String FIELD = "logo";
    private static final Set<String> FORMATS = Set.of("png", "jpeg");
    private static final long MOST_PIXELS = 25_000_000;

    /// About 300 dots an inch on the page.
    private static final int WIDEST = 800;
    private static final int HIGHEST = 400;

    private static final LoaderContext PICTURE_ONLY = LoaderContext.builder()
            .externalResourcePolicy(ResourcePolicy.DENY_ALL)
            .build();

    private Logo() {}

    /// @throws Problem invalid when the file is too large or no picture
    static byte[] printable(byte[] file) {
        if (file.length > LARGEST_FILE) {
            throw Problem.invalid(FIELD, "company.problem.logoTooLarge");
        }
        var picture = (looksLikeSvg(file) ? drawn(file) : pixels(file))
                .orElseThrow(() -> Problem.invalid(FIELD, "company.problem.logo"));
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static boolean looksLikeSvg(byte[] file) {
        var text = new String(file, StandardCharsets.UTF_8).stripLeading();
        return text.startsWith("\ufeff") || text.startsWith("<");
    }

    /// Nothing it refers to is loaded, and no entity of its own is read.
    private static Optional<BufferedImage> drawn(byte[] file) {
        if (new String(file, StandardCharsets.UTF_8).contains("<!ENTITY")) {
            return Optional.empty();
        }
        var document = load(file);
        if (document == null || !(document.size().width > 0) || !(document.size().height > 0)) {
            return Optional.empty();
        }
        var size = document.size();
        var scale = Math.min(WIDEST / (double) size.width, HIGHEST / (double) size.height);
        var width = (int) Math.max(1, Math.round(size.width * scale));
        var height = (int) Math.max(1, Math.round(size.height * scale));
        return Optional.of(onWhite(
                width,
                height,
                drawing -> document.render((java.awt.Component) null, drawing, new ViewBox(width, height))));
    }

    private static @Nullable SVGDocument load(byte[] file) {
        try {
            return new SVGLoader().load(new ByteArrayInputStream(file), null, PICTURE_ONLY);
        } catch (RuntimeException e) {
            return null; // the parser says so of what is no SVG
        }
    }

    private static Optional<BufferedImage> pixels(byte[] file) {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                var isKnown = FORMATS.contains(reader.getFormatName().toLowerCase(java.util.Locale.ROOT));
                if (!isKnown || (long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    return Optional.empty();
                }
                return Optional.of(scaled(reader.read(0)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // a damaged file
        }
    }

    private static BufferedImage scaled(BufferedImage picture) {
        var scale = Math.min(1, Math.min(WIDEST / (double) picture.getWidth(), HIGHEST / (double) picture.getHeight()));
        var width = (int) Math.max(1, Math.round(picture.getWidth() * scale));
        var height = (int) Math.max(1, Math.round(picture.getHeight() * scale));
        return onWhite(width, height, drawing -> drawing.drawImage(picture, 0, 0, width, height, null));
    }

    /// Without transparency a PDF takes the pixels as they are.
    private static BufferedImage onWhite(int width, int height, java.util.function.Consumer<Graphics2D> act) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var drawing = image.createGraphics();
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, width, height);
        drawing.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        act.accept(drawing);
        drawing.dispose();
        return image;
    }
}
