package io.encours.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Invents the customers of a company. Names are made of syllables, numbers and addresses are of the ranges kept free
/// for fiction (01 99 00, 06 39 98, example.com).
final class Directory {

    private static final List<String> FIRST = List.of(
            "Bru", "Cor", "Dal", "Ferm", "Gal", "Hur", "Jas", "Kel", "Lor", "Mer", "Nav", "Orv", "Pel", "Quer", "Rov",
            "Sal", "Tor", "Ulm", "Vor", "Zel", "Mont", "Bel", "Cler", "Fran");
    private static final List<String> MIDDLE =
            List.of("a", "e", "i", "o", "an", "en", "ui", "ar", "or", "ou", "ev", "im");
    private static final List<String> LAST = List.of(
            "bert", "dac", "gnol", "lier", "mont", "nac", "quin", "rieux", "sac", "tier", "vain", "zan", "vigne", "zac",
            "court", "velle", "doux", "nex");
    private static final List<String> TRADES_OF_INDUSTRY = List.of(
            "Mécanique",
            "Chaudronnerie",
            "Usinage",
            "Tôlerie",
            "Menuiserie",
            "Outillage",
            "Hydraulique",
            "Fonderie",
            "Électricité",
            "Emballages",
            "Plastiques",
            "Transports",
            "Carrelages",
            "Serrurerie",
            "Robinetterie",
            "Constructions",
            "Travaux publics",
            "Distribution",
            "Quincaillerie",
            "Bois");
    private static final List<String> TRADES_OF_SERVICES = List.of(
            "Cabinet",
            "Clinique",
            "Hôtel",
            "Résidences",
            "Groupe scolaire",
            "Logistique",
            "Assurances",
            "Immobilière",
            "Laboratoire",
            "Éditions",
            "Studio",
            "Boulangeries",
            "Pharmacie",
            "Syndic",
            "Conseil",
            "Cinémas",
            "Traiteur");
    private static final List<String> FORMS = List.of("SAS", "SAS", "SARL", "SARL", "SA", "EURL");
    private static final List<String> STREETS = List.of(
            "rue des Tanneurs",
            "avenue de la Gare",
            "rue du Moulin",
            "zone industrielle Nord",
            "quai des Forges",
            "rue des Peupliers",
            "place du Marché",
            "chemin des Vignes",
            "route de l'Étang",
            "allée des Platanes");
    private static final List<Town> TOWNS = List.of(
            new Town("69003", "Lyon", "FR"),
            new Town("44000", "Nantes", "FR"),
            new Town("31000", "Toulouse", "FR"),
            new Town("59000", "Lille", "FR"),
            new Town("67000", "Strasbourg", "FR"),
            new Town("33000", "Bordeaux", "FR"),
            new Town("35000", "Rennes", "FR"),
            new Town("21000", "Dijon", "FR"),
            new Town("63000", "Clermont-Ferrand", "FR"),
            new Town("38000", "Grenoble", "FR"),
            new Town("76000", "Rouen", "FR"),
            new Town("51100", "Reims", "FR"),
            new Town("42000", "Saint-Étienne", "FR"),
            new Town("72000", "Le Mans", "FR"),
            new Town("13002", "Marseille", "FR"),
            new Town("75011", "Paris", "FR"),
            new Town("92100", "Boulogne-Billancourt", "FR"),
            new Town("64000", "Pau", "FR"),
            new Town("86000", "Poitiers", "FR"),
            new Town("1000", "Bruxelles", "BE"),
            new Town("1204", "Genève", "CH"),
            new Town("2520", "Luxembourg", "LU"));

    private record Town(String postalCode, String name, String country) {}

    private final DemoCompany company;
    private final Set<String> names = new HashSet<>();
    private final Set<String> codes = new HashSet<>();

    Directory(DemoCompany company) {
        this.company = company;
    }

    List<DemoCustomer> customers() {
        var weights = new int[company.customers()];
        var total = 0;
        for (var index = 0; index < weights.length; index++) {
            // A few order every week, most once in a while.
            weights[index] = 10 + 1800 / (index + 4);
            total += weights[index];
        }
        var customers = new ArrayList<DemoCustomer>();
        for (var index = 0; index < weights.length; index++) {
            var salesPerYear = Math.max(2, company.salesPerMonth() * 12 * weights[index] / total);
            customers.add(customer(index, salesPerYear, new Dice(company.serial() * 1000L + index)));
        }
        return customers;
    }

    private DemoCustomer customer(int index, int salesPerYear, Dice dice) {
        var keyAccount = index < 8;
        var name = name(dice);
        var payer = keyAccount ? dice.pick(List.of(Payer.ON_TIME, Payer.LATE, Payer.DISPUTING)) : Payer.drawn(dice);
        var town = keyAccount ? TOWNS.getFirst() : dice.pick(TOWNS);
        var terms = keyAccount ? Terms.FORTY_FIVE_DAYS_END_OF_MONTH : Terms.drawn(dice);
        var strategy = strategy(index);
        var usual = dice.around(company.usualAmount()).max(BigDecimal.valueOf(120));
        var code = company.subAccounts() ? letters(name) : "C%05d".formatted(1000 + index * 7);
        return new DemoCustomer(
                index,
                code,
                name,
                town.country().equals("FR") ? Siren.of(company.serial() % 100 * 10000 + index * 13 + 7) : null,
                index % 11 == 3 ? "Groupe " + dice.pick(FIRST) + "avel" : null,
                agent(index),
                "comptabilite@" + letters(name).toLowerCase(Locale.ROOT) + ".example",
                dice.percent(70)
                        ? "01 99 00 %02d %02d".formatted(dice.between(10, 99), dice.between(0, 99))
                        : "06 39 98 %02d %02d".formatted(dice.between(10, 99), dice.between(0, 99)),
                dice.between(1, 140) + " " + dice.pick(STREETS),
                town.postalCode(),
                town.name(),
                town.country(),
                terms,
                paymentMethod(strategy, payer, index, dice),
                creditLimit(usual, salesPerYear),
                payer.riskClass(dice),
                strategy,
                payer,
                salesPerYear,
                usual,
                salesPerYear > 20 && dice.percent(70));
    }

    private String name(Dice dice) {
        while (true) {
            var root = dice.pick(FIRST) + dice.pick(MIDDLE) + dice.pick(LAST);
            var trade = dice.pick(company.subAccounts() ? TRADES_OF_SERVICES : TRADES_OF_INDUSTRY);
            var name = trade + " " + root + " " + dice.pick(FORMS);
            if (names.add(root) && codes.add(letters(name))) {
                return name;
            }
        }
    }

    /// The end of the trade's and the root's names, as accountants shorten them: `MECABRUADAC`.
    private static String letters(String name) {
        var words = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .split(" ", -1);
        return words[0].substring(0, Math.min(3, words[0].length())) + words[words.length - 2];
    }

    private @Nullable String strategy(int index) {
        if (index < 8) {
            return DemoStrategies.KEY_ACCOUNTS;
        }
        return company.equals(DemoCompany.SERVICES) && index % 12 == 5 ? DemoStrategies.REFERENCE : null;
    }

    private static String paymentMethod(@Nullable String strategy, Payer payer, int index, Dice dice) {
        if (DemoStrategies.REFERENCE.equals(strategy)) {
            return List.of("C", "V30", "N30").get(index / 12 % 3);
        }
        var share = dice.between(0, 99);
        var payerKeepsDays = payer == Payer.EARLY || payer == Payer.ON_TIME;
        if (share < 12 && payerKeepsDays) {
            return "LCR";
        }
        if (share < 26 && (payerKeepsDays || payer == Payer.IRREGULAR || payer == Payer.SEASONAL)) {
            return "PRLV";
        }
        return share > 84 ? "CHQ" : "VIR";
    }

    private static BigDecimal creditLimit(BigDecimal usual, int salesPerYear) {
        return usual.multiply(BigDecimal.valueOf(salesPerYear))
                .divide(BigDecimal.valueOf(4), 0, RoundingMode.HALF_UP)
                .max(BigDecimal.valueOf(2000))
                .setScale(-3, RoundingMode.UP);
    }

    private @Nullable String agent(int index) {
        if (index % 67 == 61) {
            return null;
        }
        if (index % 23 == 17) {
            return DemoPeople.MANAGER;
        }
        return company.equals(DemoCompany.SUPPLIER) && index % 3 != 0
                ? DemoPeople.FIRST_COLLECTOR
                : DemoPeople.SECOND_COLLECTOR;
    }
}
