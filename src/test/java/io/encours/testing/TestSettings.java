package io.encours.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// The environment of the application under test; its data folder is new for every run.
public class TestSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final String ADMIN_PASSWORD = "correct horse battery staple";
    public static final String API_TOKEN = "token-of-the-tests";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "encours.data=" + dataFolder(),
                        "encours.today=2026-11-24",
                        "encours.admin-password=" + ADMIN_PASSWORD,
                        "encours.api-token=" + API_TOKEN,
                        "encours.design=true",
                        "encours.webhooks.allow-private=true",
                        "encours.sms-secret=a secret of the tests",
                        "encours.oidc.issuer=" + LocalProvider.running().issuer(),
                        "encours.oidc.client-id=" + LocalProvider.CLIENT,
                        "encours.oidc.client-secret=" + LocalProvider.SECRET,
                        "encours.oidc.name=Annuaire")
                .applyTo(context);
    }

    private static Path dataFolder() {
        try {
            var parent = Files.createDirectories(Path.of("target", "test-data"));
            return Files.createTempDirectory(parent, "run");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
