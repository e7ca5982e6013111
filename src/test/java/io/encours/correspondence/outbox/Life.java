package io.encours.correspondence.outbox;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import javax.net.SocketFactory;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/// All that a process holds open to the world, and how many steps it has left. A step is the moment before or
/// after anything that is said to the database or to a peer, or in the middle of it. At the last one everything
/// breaks off: what was not committed is rolled back, sockets close, and nothing more can be done.
final class Life {

    private final DataSource real;
    private final Set<Connection> connections = new HashSet<>();
    private final Set<Socket> sockets = new HashSet<>();
    private int stepsLeft;
    private boolean dead;

    Life(DataSource real, int steps) {
        this.real = real;
        this.stepsLeft = steps;
    }

    boolean isOver() {
        return dead;
    }

    private boolean isLastStep() {
        if (!dead && stepsLeft-- <= 0) {
            dead = true;
            connections.forEach(Life::breakOff);
            sockets.forEach(Life::breakOff);
        }
        return dead;
    }

    DataSource database() {
        return new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                step();
                var connection = real.getConnection();
                connections.add(connection);
                return watched(connection);
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return getConnection();
            }
        };
    }

    private void step() throws SQLException {
        if (isLastStep()) {
            throw new SQLException("killed");
        }
    }

    private Connection watched(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            var name = method.getName();
            if (name.equals("close")) {
                connections.remove(connection);
                if (!dead) {
                    connection.close();
                }
                return null;
            }
            if (name.equals("commit") || name.equals("unwrap")) {
                step(); // rows that are copied ask for the driver's own connection
            } else if (dead) {
                throw new SQLException("killed");
            }
            var result = invoked(connection, method, arguments);
            if (name.equals("commit")) {
                step();
            }
            return result instanceof Statement statement ? watched(statement) : result;
        });
    }

    private PreparedStatement watched(Statement statement) {
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (!method.getName().startsWith("execute")) {
                if (dead && method.getName().equals("close")) {
                    return null;
                }
                return invoked(statement, method, arguments);
            }
            step();
            var result = invoked(statement, method, arguments);
            step();
            return result;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Life.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoked(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    SocketFactory network() {
        return new SocketFactory() {
            @Override
            public Socket createSocket() throws IOException {
                breathe();
                var socket = new WatchedSocket();
                sockets.add(socket);
                return socket;
            }

            @Override
            public Socket createSocket(String host, int port) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Socket createSocket(String host, int port, InetAddress local, int localPort) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Socket createSocket(InetAddress host, int port) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private void breathe() throws IOException {
        if (isLastStep()) {
            throw new IOException("killed");
        }
    }

    private final class WatchedSocket extends Socket {

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    breathe();
                    var read = super.read(bytes, from, length);
                    breathe();
                    return read;
                }
            };
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    breathe();
                    var half = length / 2;
                    out.write(bytes, from, half);
                    breathe();
                    out.write(bytes, from + half, length - half);
                    breathe();
                }
            };
        }
    }

    /// As the server does when a client is gone.
    private static void breakOff(Connection connection) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void breakOff(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
