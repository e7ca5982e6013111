package io.encours.identity;

import static encours.db.identity.Tables.COLUMN_CHOICE;

import io.encours.platform.Problem;
import io.encours.platform.web.Columns;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which columns of a table each person wants to see.
@Service
public class ColumnChoices {

    private static final Pattern WORD = Pattern.compile("[A-Za-z-]{1,40}");
    private static final int MOST = 40;

    private final DSLContext db;

    ColumnChoices(DSLContext db) {
        this.db = db;
    }

    /// The columns as the person has chosen them, else the usual ones.
    public Columns of(SignedIn user, Columns usual) {
        return db.select(COLUMN_CHOICE.COLUMNS)
                .from(COLUMN_CHOICE)
                .where(COLUMN_CHOICE.USER_ID.eq(user.id()), COLUMN_CHOICE.LIST.eq(usual.list()))
                .fetchOptional(row -> usual.showing(List.of(row.value1())))
                .orElse(usual);
    }

    /// @throws Problem refused when these are no names of columns
    @Transactional
    public void choose(SignedIn user, String list, List<String> columns) {
        if (!WORD.matcher(list).matches()
                || columns.size() > MOST
                || !columns.stream().allMatch(column -> WORD.matcher(column).matches())) {
            throw Problem.refused("platform.problem.unreadable");
        }
        var kept = columns.toArray(String[]::new);
        db.insertInto(COLUMN_CHOICE)
                .set(COLUMN_CHOICE.USER_ID, user.id())
                .set(COLUMN_CHOICE.LIST, list)
                .set(COLUMN_CHOICE.COLUMNS, kept)
                .onConflict(COLUMN_CHOICE.USER_ID, COLUMN_CHOICE.LIST)
                .doUpdate()
                .set(COLUMN_CHOICE.COLUMNS, kept)
                .execute();
    }

    /// Back to the usual columns.
    @Transactional
    public void forget(SignedIn user, String list) {
        db.deleteFrom(COLUMN_CHOICE)
                .where(COLUMN_CHOICE.USER_ID.eq(user.id()), COLUMN_CHOICE.LIST.eq(list))
                .execute();
    }
}
