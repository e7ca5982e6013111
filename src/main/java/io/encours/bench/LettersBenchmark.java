package io.encours.bench;

import encours.db.correspondence.Tables;
import io.encours.correspondence.Channel;
import io.encours.correspondence.TemplateUse;
import io.encours.correspondence.letter.LetterOrder;
import io.encours.correspondence.letter.Letters;
import io.encours.strategy.Purpose;
import io.encours.strategy.Stage;
import java.util.List;
import org.jooq.impl.DSL;

/// Reminders to customers by the hundred, each with its overdue items in a table: read, written, drawn over all
/// cores and kept. The limit is what DESIGN.md asks for, fifty pages a second of each core.
final class LettersBenchmark implements Benchmark {

    private static final int PAGES_A_SECOND_A_CORE = 50;
    private static final int MOST_LETTERS = 500;

    @Override
    public String name() {
        return "letters";
    }

    @Override
    public List<Measurement> measure(Bed bed, int size) throws Exception {
        var company = OpenItems.company(bed, size);
        bed.db().execute("vacuum analyze");
        var orders = bed
                .db()
                .fetchValues(
                        "select id from customer.customer where company_id = ? order by id limit ?",
                        company.id(),
                        MOST_LETTERS)
                .stream()
                .map(id -> LetterOrder.about(((Number) id).longValue(), List.of()))
                .toList();
        var cores = Runtime.getRuntime().availableProcessors();
        var seconds = new Samples();
        var pages = 0;
        for (var run = -1; run < Benchmark.runs(size); run++) {
            bed.settle();
            bed.db()
                    .execute(
                            "truncate correspondence.letter, correspondence.letter_item, correspondence.letter_content");
            (run < 0 ? new Samples() : seconds).time(() -> {
                var letters = bed.bean(Letters.class);
                var made = letters.create(bed.administrator(), bed.everything(), company.id(), use(), orders);
                letters.draw(bed.everything(), made.created());
            });
            pages = bed.db()
                    .select(DSL.sum(Tables.LETTER.PAGES))
                    .from(Tables.LETTER)
                    .fetchSingle()
                    .value1()
                    .intValue();
        }
        var limit = pages / (double) (PAGES_A_SECOND_A_CORE * cores);
        var taken = seconds.median();
        return List.of(new Measurement(name(), size, taken, limit, taken / limit, null, pages / taken / cores));
    }

    private static TemplateUse use() {
        return new TemplateUse(Channel.LETTER, Purpose.REMINDER, Stage.AMICABLE, 2, "fr", null);
    }
}
