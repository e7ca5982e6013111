package io.encours.demo;

import io.encours.worklist.Outcome;
import java.util.List;

/// What collectors write down.
final class DemoWords {

    static final List<String> WHY_SKIPPED = List.of(
            "Client relancé la veille par le commercial.",
            "Règlement annoncé, on attend la fin de semaine.",
            "Doublon avec la relance du relevé.",
            "Interlocuteur en congés, reprise à la prochaine étape.");

    static final List<String> OF_OTHERS = List.of(
            "Duplicata de facture joint.",
            "Envoyé aussi au service comptable.",
            "Relevé de compte complet joint.",
            "Adresse confirmée par le standard.");

    static final List<String> NOTES = List.of(
            "La comptabilité fournisseurs change de logiciel, retards possibles jusqu’à la fin du mois.",
            "Nouveau contact pour les factures : passer par le standard, demander la comptabilité.",
            "Le client demande un relevé mensuel le premier lundi du mois.",
            "Bon de commande obligatoire sur chaque facture, sinon elles sont rejetées.",
            "Règlements groupés le 10 et le 25.",
            "Visite du commercial prévue, il reparlera des retards.",
            "Accord pour un règlement par virement au lieu du chèque.",
            "Client fidèle, relancer avec tact.",
            "Litige en cours sur une livraison incomplète, avoir à l’étude.",
            "Plafond d’encours revu avec la direction.");

    private static final List<String> PROMISES = List.of(
            "Virement promis pour vendredi.",
            "S’engage à régler en fin de mois.",
            "Règlement prévu au prochain train de virements.");
    private static final List<String> REACHED = List.of(
            "Facture validée, en attente de signature.",
            "La comptabilité vérifie la réception de la facture.",
            "Demande un duplicata, envoyé.",
            "Rappel convenu dans une semaine.");
    private static final List<String> DISPUTES =
            List.of("Conteste la quantité livrée, attend un avoir.", "Prix différent de la commande selon l’acheteur.");

    private DemoWords() {}

    static List<String> ofCall(Outcome outcome) {
        return switch (outcome) {
            case REACHED, OTHER -> REACHED;
            case NO_ANSWER -> List.of("", "Pas de réponse, standard fermé.");
            case MESSAGE_LEFT -> List.of("Message laissé sur le répondeur.", "Message laissé au standard.");
            case PROMISED -> PROMISES;
            case DISPUTES -> DISPUTES;
            case ALREADY_PAID -> List.of("Dit avoir réglé, preuve demandée.");
            case WRONG_NUMBER -> List.of("Numéro plus attribué.");
        };
    }
}
