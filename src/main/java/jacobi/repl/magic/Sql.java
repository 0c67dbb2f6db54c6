package jacobi.repl.magic;

import static jacobi.language.Say.say;

import jacobi.display.Table;
import jacobi.repl.Evaluation;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import javax.sql.DataSource;

/** {@code %sql} and {@code %%sql}: statements for a database, over JDBC, their rows as a table. */
final class Sql {
    private static final int MOST_ROWS = 1000;

    private final Host host;
    private Connection connection;

    Sql(Host host) {
        this.host = host;
    }

    /** With two signs the words after it name a database, and the statements are below; with one they follow it. */
    Evaluation run(Magic.Call call) throws MagicException {
        List<String> place = call.words();
        boolean names = call.ofCell()
                ? !place.isEmpty()
                : !place.isEmpty() && place.get(0).startsWith("jdbc:");
        String text = call.ofCell() ? call.body() : names ? "" : call.arguments();
        return host.interruptible(() -> {
            if (names) {
                connect(place);
            }
            if (connection == null) {
                throw new MagicException(say("magic.sql.name-database-first-its"));
            }
            return execute(text);
        });
    }

    private void connect(List<String> place) throws MagicException {
        String address = place.get(0);
        Properties account = new Properties();
        if (place.size() > 1) {
            account.setProperty("user", place.get(1));
        }
        if (place.size() > 2) {
            account.setProperty("password", place.get(2));
        }
        try {
            connection = address.startsWith("jdbc:") ? connection(address, account) : ofVariable(address);
        } catch (SQLException e) {
            throw new MagicException(say("magic.sql.cannot-connect", "address", address, "reason", e.getMessage()), e);
        }
    }

    private Connection ofVariable(String name) throws MagicException, SQLException {
        Object value = null;
        if (host.declares(name)) {
            try {
                value = host.evaluateWithin(name);
            } catch (Throwable e) {
                throw new MagicException(say("magic.sql.no-value", "name", name, "reason", e.getMessage()), e);
            }
        }
        if (value instanceof DataSource source) {
            return source.getConnection();
        }
        if (value instanceof Connection open) {
            return open;
        }
        throw new MagicException(say("magic.sql.neither-jdbc-address-jdbc", "name", name));
    }

    private Connection connection(String address, Properties account) throws MagicException, SQLException {
        try {
            for (Driver driver : ServiceLoader.load(Driver.class, host.libraries())) {
                Connection made = driver.connect(address, account);
                if (made != null) {
                    return made;
                }
            }
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new MagicException(say("magic.sql.driver-cannot-loaded", "reason", e.getMessage()), e);
        }
        throw new MagicException(
                say("magic.sql.no-driver-knows-add", "address", address, "driverOf", driverOf(address)));
    }

    private static String driverOf(String address) {
        if (address.startsWith("jdbc:sqlite:")) {
            return "org.xerial:sqlite-jdbc";
        }
        if (address.startsWith("jdbc:postgresql:")) {
            return "org.postgresql:postgresql";
        }
        if (address.startsWith("jdbc:mysql:")) {
            return "com.mysql:mysql-connector-j";
        }
        return address.startsWith("jdbc:duckdb:") ? "org.duckdb:duckdb_jdbc" : "com.h2database:h2";
    }

    private Evaluation execute(String text) throws MagicException {
        Table table = null;
        String current = text;
        try (Statement statement = connection.createStatement()) {
            for (String one : SqlText.statements(text)) {
                current = one;
                if (statement.execute(one)) {
                    try (ResultSet rows = statement.getResultSet()) {
                        table = table(rows);
                    }
                } else {
                    int changed = statement.getUpdateCount();
                    table = null;
                    if (changed > 0) {
                        System.out.println(say("magic.sql.rows", "changed", changed));
                    }
                }
            }
        } catch (SQLException e) {
            throw new MagicException(e.getMessage() + "\nin " + current.strip(), e);
        }
        return table == null ? new Evaluation.Done() : new Evaluation.Value(table);
    }

    private static Table table(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        List<String> header = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            header.add(columns.getColumnLabel(i));
        }
        List<List<String>> cells = new ArrayList<>();
        while (cells.size() < MOST_ROWS && rows.next()) {
            List<String> row = new ArrayList<>();
            for (int i = 1; i <= header.size(); i++) {
                String value = rows.getString(i);
                row.add(value == null ? "NULL" : value);
            }
            cells.add(row);
        }
        boolean more = rows.next();
        List<String> notes = more
                ? List.of(say("magic.sql.first-rows-write-limit", "mostrows", MOST_ROWS))
                : cells.isEmpty() ? List.of(say("magic.sql.no-rows")) : Collections.emptyList();
        return new Table("", header, cells, notes);
    }
}
