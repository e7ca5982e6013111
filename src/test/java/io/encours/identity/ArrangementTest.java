package io.encours.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encours.platform.Problem;
import io.encours.platform.web.Address;
import io.encours.platform.web.Columns;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("S1: named views of lists and columns of tables, each person their own")
class ArrangementTest {

    private static final String LIST = "/supervisor";
    private static final Columns TABLE = Columns.of("table").usual("due", "a").further("stage", "b");

    @Autowired
    private SavedViews views;

    @Autowired
    private ColumnChoices columns;

    @Autowired
    private Arrangement arrangement;

    @Autowired
    private Fixtures fixtures;

    private SignedIn ann;
    private SignedIn bob;

    @BeforeEach
    void two_people() {
        var company = fixtures.aCompany();
        ann = fixtures.anAgent(company);
        bob = fixtures.anAgent(company);
    }

    @Test
    void a_view_keeps_the_filters_and_nothing_else() {
        var view = views.save(ann, LIST, " En retard ", "amountFrom=1+000%2C00&cursor=x&line=a-1&type=&view=4");

        assertThat(view.name()).isEqualTo("En retard");
        assertThat(view.query()).isEqualTo("amountFrom=1+000%2C00");
        assertThat(view.address()).hasToString("/supervisor?amountFrom=1+000%2C00&view=" + view.id());
    }

    @Test
    void the_same_name_replaces_whatever_its_case() {
        views.save(ann, LIST, "Retards", "type=PHONE");
        views.save(ann, LIST, "RETARDS", "type=SMS");

        assertThat(views.of(ann, LIST))
                .singleElement()
                .satisfies(view -> assertThat(view.query()).isEqualTo("type=SMS"));
    }

    @Test
    void a_view_is_renamed_replaced_and_deleted() {
        var view = views.save(ann, LIST, "Un", "type=PHONE");
        views.save(ann, LIST, "Deux", "type=SMS");

        assertThat(views.rename(ann, view.id(), "Trois").name()).isEqualTo("Trois");
        assertThatThrownBy(() -> views.rename(ann, view.id(), "deux")).isInstanceOf(Problem.class);
        assertThat(views.replace(ann, view.id(), "stage=JUDICIAL").query()).isEqualTo("stage=JUDICIAL");
        views.remove(ann, view.id());
        assertThat(views.of(ann, LIST)).extracting(SavedViews.SavedView::name).containsExactly("Deux");
    }

    @Test
    void nobody_sees_nor_touches_anothers_view() {
        var view = views.save(ann, LIST, "A moi", "type=PHONE");

        assertThat(views.of(bob, LIST)).isEmpty();
        assertThatThrownBy(() -> views.rename(bob, view.id(), "B")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> views.replace(bob, view.id(), "")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> views.remove(bob, view.id())).isInstanceOf(Problem.class);
    }

    @Test
    void what_is_no_name_and_no_list_is_refused() {
        assertThatThrownBy(() -> views.save(ann, LIST, "  ", "")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> views.save(ann, LIST, "x".repeat(61), "")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> views.save(ann, "//elsewhere.example", "x", ""))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> views.save(ann, LIST, "x", "%zz=1")).isInstanceOf(Problem.class);
    }

    @Test
    void the_page_knows_which_view_is_open_and_whether_it_was_changed() {
        var view = views.save(ann, LIST, "Appels", "type=PHONE");
        var page = new Address(LIST, Map.of("type", "PHONE"));

        assertThat(arrangement.views(ann, page, null).open()).isEqualTo(view);
        assertThat(arrangement.views(ann, page, null).changed()).isFalse();
        var changed = arrangement.views(ann, page.with("type", "SMS"), String.valueOf(view.id()));
        assertThat(changed.open()).isEqualTo(view);
        assertThat(changed.changed()).isTrue();
        assertThat(arrangement.views(bob, page, String.valueOf(view.id())).open())
                .isNull();
    }

    @Test
    void columns_are_chosen_by_each_person_and_reset() {
        columns.choose(ann, "table", List.of("stage", "gone"));

        assertThat(columns.of(ann, TABLE).shows("stage")).isTrue();
        assertThat(columns.of(ann, TABLE).shows("due")).isFalse();
        assertThat(columns.of(ann, TABLE).count()).isEqualTo(1);
        assertThat(columns.of(bob, TABLE).asUsual()).isTrue();
        columns.forget(ann, "table");
        assertThat(columns.of(ann, TABLE).asUsual()).isTrue();
        assertThatThrownBy(() -> columns.choose(ann, "table", List.of("'; drop")))
                .isInstanceOf(Problem.class);
    }
}
