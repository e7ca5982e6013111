package io.encours.platform.command;

import io.encours.platform.EncoursSettings;
import io.encours.platform.database.DatabaseStart;
import io.encours.platform.web.Texts;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/// The application as a command sees it: its settings and texts before it is started, and the ways to reach it.
///
/// @param main class the application is started from
/// @param options `--encours.…` and other settings of the command line
/// @param properties settings the command imposes
/// @param defaults settings the command proposes; environment and options go first
public record Application(
        Class<?> main, List<String> options, Map<String, Object> properties, Map<String, Object> defaults) {

    private static final List<String> LANGUAGES = List.of("fr", "en");

    static Application of(Class<?> main, List<String> options) {
        return new Application(main, options, Map.of(), Map.of());
    }

    /// The same with a setting that nothing overrides.
    public Application with(String property, Object value) {
        return new Application(main, options, extended(properties, property, value), defaults);
    }

    /// The same with a setting for when the user gives none.
    public Application withDefault(String property, Object value) {
        return new Application(main, options, properties, extended(defaults, property, value));
    }

    /// As the application itself will read them.
    public EncoursSettings settings() {
        return Binder.get(environment()).bindOrCreate("encours", EncoursSettings.class);
    }

    /// The running application on this data folder; when none is running one of our own, reached by this command only
    /// and stopped by closing it.
    public RunningServer server() {
        var settings = settings();
        return RunningServer.find(settings.data(), locale()).orElseGet(() -> {
            var own = with("server.port", 0).with("server.address", "127.0.0.1").start();
            return RunningServer.find(settings.data(), locale()).orElseThrow().closing(own);
        });
    }

    /// The running application on this data folder, when there is one.
    public Optional<RunningServer> runningServer() {
        return RunningServer.find(settings().data(), locale());
    }

    /// Keeps the libraries from talking where no application is started, which would tell them how.
    public void quiet() {
        LoggingSystem.get(Application.class.getClassLoader()).beforeInitialize();
    }

    /// Starts the application with its web server.
    public ConfigurableApplicationContext start() {
        var application = new SpringApplication(main);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(defaults);
        application.addInitializers(context -> {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("command", properties));
            DatabaseStart.beside(context);
        });
        return application.run(options.toArray(String[]::new));
    }

    /// What the command tells the user.
    public PrintStream out() {
        return System.out;
    }

    /// The language of the system when it is one of ours, else English. The environment is asked first: Java does not
    /// see a language whose locale is not installed.
    public Locale locale() {
        var wanted = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(System::getenv)
                .filter(value -> value != null && !value.isBlank() && !value.startsWith("C"))
                .findFirst()
                .orElseGet(() -> Locale.getDefault().getLanguage());
        return Locale.forLanguageTag(
                LANGUAGES.stream().filter(wanted::startsWith).findFirst().orElse("en"));
    }

    /// A text of the message files.
    public String text(String key, Object... arguments) {
        return texts().text(locale(), key, arguments);
    }

    private Texts texts() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(environment().getRequiredProperty("spring.messages.basename", String[].class));
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Texts(messages);
    }

    private ConfigurableEnvironment environment() {
        var environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        sources.addFirst(new SimpleCommandLinePropertySource(options.toArray(String[]::new)));
        sources.addFirst(new MapPropertySource("command", properties));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        sources.addLast(new MapPropertySource("defaults", defaults));
        ConfigurationPropertySources.attach(environment);
        return environment;
    }

    private static Map<String, Object> extended(Map<String, Object> map, String key, Object value) {
        var all = new HashMap<>(map);
        all.put(key, value);
        return Map.copyOf(all);
    }
}
