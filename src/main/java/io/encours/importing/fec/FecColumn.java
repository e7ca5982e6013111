package io.encours.importing.fec;

import io.encours.importing.text.Headers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The columns of a FEC, in the order of the law (LPF art. A47 A-1), then those that software adds. Names are matched
/// in capitals, without accents or marks.
enum FecColumn {
    JOURNAL_CODE("JournalCode", "CodeJournal"),
    JOURNAL_LIB("JournalLib", "JournalLibelle", "LibelleJournal"),
    ECRITURE_NUM("EcritureNum", "NumEcriture", "EcritureNumero", "NumeroEcriture"),
    ECRITURE_DATE("EcritureDate", "DateEcriture"),
    COMPTE_NUM("CompteNum", "NumCompte", "CompteNumero", "NumeroCompte", "NumeroDeCompte", "CompteGeneral"),
    COMPTE_LIB("CompteLib", "CompteLibelle", "LibelleCompte"),
    COMP_AUX_NUM("CompAuxNum", "CompteAuxNum", "CompteAuxiliaire", "CompteAux", "NumCompteAux"),
    COMP_AUX_LIB("CompAuxLib", "CompteAuxLib", "LibelleCompteAux"),
    PIECE_REF("PieceRef", "RefPiece", "ReferencePiece", "NumPiece"),
    PIECE_DATE("PieceDate", "DatePiece"),
    ECRITURE_LIB("EcritureLib", "LibelleEcriture", "EcritureLibelle", "Libelle"),
    DEBIT("Debit", "MontantDebit", "DebitEuro"),
    CREDIT("Credit", "MontantCredit", "CreditEuro"),
    ECRITURE_LET("EcritureLet", "Lettrage", "Lettre", "CodeLettrage", "EcritureLettrage"),
    DATE_LET("DateLet", "DateLettrage", "LettrageDate"),
    VALID_DATE("ValidDate", "DateValid", "DateValidation"),
    MONTANT_DEVISE("MontantDevise"),
    IDEVISE("Idevise", "Devise", "CodeDevise"),
    MONTANT("Montant"),
    SENS("Sens"),
    MODE_RGLT("ModeRglt", "ModeReglement"),
    DUE_DATE(
            "DateEcheance",
            "EcritureEcheance",
            "DateEch",
            "Echeance",
            "EcheanceDate",
            "EcritureDateEcheance",
            "DateDEcheance",
            "EchDate",
            "DateEcheancePiece",
            "EcheanceEcriture",
            "DueDate");

    /// The eighteen of the commercial layout; a file without header has them in this order.
    static final List<FecColumn> IN_ORDER = List.of(
            JOURNAL_CODE,
            JOURNAL_LIB,
            ECRITURE_NUM,
            ECRITURE_DATE,
            COMPTE_NUM,
            COMPTE_LIB,
            COMP_AUX_NUM,
            COMP_AUX_LIB,
            PIECE_REF,
            PIECE_DATE,
            ECRITURE_LIB,
            DEBIT,
            CREDIT,
            ECRITURE_LET,
            DATE_LET,
            VALID_DATE,
            MONTANT_DEVISE,
            IDEVISE);

    private static final Map<String, FecColumn> BY_NAME = new HashMap<>();

    static {
        for (var column : values()) {
            for (var name : column.names) {
                BY_NAME.put(Headers.plain(name), column);
            }
        }
    }

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> names;

    FecColumn(String... names) {
        this.names = List.of(names);
    }

    /// As the law writes it.
    String label() {
        return names.getFirst();
    }

    boolean isNamedByLaw(String header) {
        return Headers.plain(label()).equals(Headers.plain(header));
    }

    static Optional<FecColumn> named(String header) {
        return Optional.ofNullable(BY_NAME.get(Headers.plain(header)));
    }
}
