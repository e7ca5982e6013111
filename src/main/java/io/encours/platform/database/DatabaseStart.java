package io.encours.platform.database;

import io.encours.platform.EncoursSettings;
import io.encours.platform.database.embedded.EmbeddedDatabase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.StringUtils;

/// The embedded database on its way up while the application is being put together: each takes seconds, and neither
/// needs the other at first.
public final class DatabaseStart {

    private final CompletableFuture<EmbeddedDatabase> opened = new CompletableFuture<>();
    private boolean taken;

    private DatabaseStart() {}

    /// Begins, when the settings ask for the embedded database. It is stopped with the application, also with one that
    /// was never completed.
    public static void beside(ConfigurableApplicationContext application) {
        var settings = Binder.get(application.getEnvironment()).bindOrCreate("encours", EncoursSettings.class);
        if (StringUtils.hasText(settings.databaseUrl())) {
            return;
        }
        var start = new DatabaseStart();
        var beans = (DefaultListableBeanFactory) application.getBeanFactory();
        beans.registerSingleton("databaseStart", start);
        beans.registerDisposableBean("databaseStart", start::close);
        Thread.ofPlatform().name("postgresql-start").start(() -> start.open(settings));
    }

    private void open(EncoursSettings settings) {
        try {
            opened.complete(EmbeddedDatabase.open(settings.data(), BareDatabase.programs(settings)));
        } catch (RuntimeException | Error failure) {
            opened.completeExceptionally(failure);
        }
    }

    /// Waits for it; from then on it is the taker's to close.
    synchronized EmbeddedDatabase take() {
        try {
            var database = opened.join();
            taken = true;
            return database;
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw failure;
        }
    }

    private synchronized void close() {
        if (!taken && opened.handle((database, failure) -> failure == null).join()) {
            opened.join().close();
        }
    }
}
