package io.encours.platform.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A real PostgreSQL server in a folder: started with the application, stopped with it, and opened again by itself
/// after either of them was killed.
///
/// What always holds: one application at a time on a folder (a file lock, freed by the system when the process dies);
/// `fsync` and `synchronous_commit` are on; only the loopback interface is listened to; the password is generated,
/// kept in a file only the owner can read, and checked with SCRAM.
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String USER = "encours";
    private static final String MAKING = "postgresql.making";
    private static final int SECONDS_TO_START = 120;
    private static final List<String> SETTINGS = List.of(
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=60",
            "shared_buffers=256MB",
            "work_mem=32MB",
            "maintenance_work_mem=256MB",
            "max_wal_size=4GB",
            "random_page_cost=1.1",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC",
            "lc_messages=C");

    /// Folders open in this process.
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final Path cluster;
    private final PostgresBinaries binaries;
    private final ServerProcess server;
    private final FileChannel lockFile;
    private volatile String password = "";
    private final Object startingOrStopping = new Object();
    private volatile int port;
    private volatile boolean closing;
    private @Nullable Thread watch;

    private EmbeddedDatabase(Path folder, PostgresBinaries binaries, FileChannel lockFile) {
        this.folder = folder;
        this.cluster = folder.resolve("postgresql");
        this.binaries = binaries;
        this.lockFile = lockFile;
        this.server = new ServerProcess(cluster, binaries, folder.resolve("postgresql.log"));
    }

    /// Opens the database in `data`, making it when there is none.
    ///
    /// @param data folder of the application's data
    /// @param programs folder where the PostgreSQL programs are unpacked; may be shared by several databases
    /// @throws DatabaseUnavailable with a sentence for the user: the folder is in use, or the server does not start
    public static EmbeddedDatabase open(Path data, Path programs) {
        var folder = data.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            folder = folder.toRealPath();
            var database = new EmbeddedDatabase(folder, PostgresBinaries.under(programs), lock(folder));
            try {
                database.start();
            } catch (RuntimeException | IOException e) {
                database.close();
                throw e;
            }
            return database;
        } catch (IOException e) {
            throw new DatabaseUnavailable("The database in " + folder + " could not be opened.", e);
        }
    }

    /// Where the database `name` of this server is reached.
    public String jdbcUrl(String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    /// The database the application keeps its tables in.
    public String jdbcUrl() {
        return jdbcUrl(USER);
    }

    public String user() {
        return USER;
    }

    public String secret() {
        return password;
    }

    /// The process id of the server, for whoever watches it.
    public Optional<Long> serverPid() {
        return server.pid();
    }

    /// Stops the server after open transactions are rolled back, and frees the folder.
    @Override
    public void close() {
        synchronized (startingOrStopping) {
            closing = true;
            server.stop();
        }
        if (watch != null) {
            watch.interrupt();
        }
        try {
            lockFile.close();
            OPEN.remove(folder);
        } catch (IOException e) {
            throw new DatabaseUnavailable("The lock on " + folder + " could not be released.", e);
        }
    }

    private void start() throws IOException {
        server.removeOrphan();
        password = password();
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            initialise();
        }
        server.start(this::anotherPort, SETTINGS, SECONDS_TO_START);
        createDatabase();
        watch = Thread.ofPlatform().daemon().name("postgresql-watch").start(this::restartWhenItDies);
    }

    private void initialise() throws IOException {
        // A cluster whose making was interrupted has no PG_VERSION in its final place: make it beside, then rename.
        // Each making has a folder of its own: one whose application was killed may still be at work for a moment.
        removeFormerMakings();
        var beside = folder.resolve(MAKING + UUID.randomUUID());
        server.run(
                List.of(
                        binaries.program("initdb").toString(),
                        "-D",
                        beside.toString(),
                        "-U",
                        USER,
                        "--auth=scram-sha-256",
                        "--pwfile=" + passwordFile(),
                        "--encoding=UTF8",
                        "--locale-provider=icu",
                        "--icu-locale=fr-FR",
                        "--locale=C",
                        "--data-checksums"),
                "PostgreSQL could not make a database in " + folder);
        Files.writeString(
                beside.resolve("postgresql.conf"),
                "\ninclude_if_exists = '../postgresql.local.conf'\n",
                StandardOpenOption.APPEND);
        ServerProcess.deleteRecursively(cluster);
        Files.move(beside, cluster);
    }

    private void removeFormerMakings() throws IOException {
        try (var files = Files.newDirectoryStream(folder, MAKING + "*")) {
            for (var former : files) {
                ServerProcess.deleteRecursively(former);
            }
        } catch (NoSuchFileException | DirectoryNotEmptyException | UncheckedIOException e) {
            // It is still being written or removed by its maker; the next making clears it.
        }
    }

    private void createDatabase() throws IOException {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), USER, password);
                var statement = connection.createStatement();
                var found = statement.executeQuery("select from pg_database where datname = '" + USER + "'")) {
            if (!found.next()) {
                statement.execute("create database " + USER);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private void restartWhenItDies() {
        while (!closing) {
            try {
                TimeUnit.MILLISECONDS.sleep(500);
                restartIfDead();
            } catch (InterruptedException e) {
                return;
            } catch (DatabaseUnavailable e) {
                System.getLogger(EmbeddedDatabase.class.getName())
                        .log(
                                System.Logger.Level.ERROR,
                                "PostgreSQL died and does not start again; next try follows",
                                e);
            }
        }
    }

    /// On the same port, where the application's connections look for it.
    private void restartIfDead() {
        synchronized (startingOrStopping) {
            if (!closing && !server.isAlive()) {
                server.removeOrphan();
                server.start(() -> port, SETTINGS, SECONDS_TO_START);
            }
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        // Not even opened twice in a process: closing a file gives up every lock the process has on it (POSIX).
        if (OPEN.add(folder)) {
            var channel = FileChannel.open(
                    folder.resolve("encours.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return channel;
            }
            OPEN.remove(folder);
            channel.close();
        }
        throw new DatabaseUnavailable(
                "Another Encours is running on " + folder
                        + ". Stop it first, or give this one another folder with ENCOURS_DATA.",
                null);
    }

    private Path passwordFile() {
        return folder.resolve("postgresql.password");
    }

    private String password() throws IOException {
        var file = passwordFile();
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        var secret = HexFormat.of().formatHex(bytes);
        var made = folder.resolve("password.making");
        Files.deleteIfExists(made);
        if (PostgresBinaries.windows()) {
            Files.createFile(made);
        } else {
            Files.createFile(made, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(made, secret);
        Files.move(made, file);
        return secret;
    }

    private int anotherPort() {
        try (var socket = new ServerSocket(0, 1, Objects.requireNonNull(InetAddress.getLoopbackAddress()))) {
            port = socket.getLocalPort();
            return port;
        } catch (IOException e) {
            throw new DatabaseUnavailable("No free port was found on the loopback interface.", e);
        }
    }
}
