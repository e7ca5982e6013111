package io.encours.identity;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The checks of the Web Authentication standard (level 3, §7.1 and §7.2): challenge, origin, relying party, presence
/// and
/// verification of the user, signature, counter. Which make of device it is does not matter: no attestation is asked
/// for.
@Component
class PasskeyCeremony {

    private static final String KEY = "public-key";
    private static final String REQUIRED = "required";
    private static final boolean USER_VERIFIED = true;
    private static final boolean USER_PRESENT = true;

    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            algorithm(COSEAlgorithmIdentifier.ES256),
            algorithm(COSEAlgorithmIdentifier.EdDSA),
            algorithm(COSEAlgorithmIdentifier.RS256));

    /// A key that has just been made.
    ///
    /// @param credentialId base64url, as it is
    /// @param credential attested credential data
    record Made(String credentialId, String credential, long signCount, boolean backupEligible, boolean backedUp) {}

    /// What an authenticator said of a key it used.
    record Used(long signCount, boolean backedUp) {}

    private final RelyingParty party;
    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);

    PasskeyCeremony(RelyingParty party) {
        this.party = party;
    }

    /// Options of `navigator.credentials.create`.
    ///
    /// @param handle what the device is to know the user by
    /// @param known ids of the keys the user has
    Map<String, Object> toMake(PasskeyChallenge challenge, SignedIn user, byte[] handle, List<byte[]> known) {
        return Map.of(
                "challenge",
                challenge.encoded(),
                "rp",
                Map.of("id", party.id(), "name", "Encours"),
                "user",
                Map.of(
                        "id", Base64Url.text(handle),
                        "name", user.login(),
                        "displayName", user.displayName()),
                "pubKeyCredParams",
                ALGORITHMS.stream()
                        .map(algorithm ->
                                Map.of("type", KEY, "alg", algorithm.getAlg().getValue()))
                        .toList(),
                "authenticatorSelection",
                Map.of("residentKey", REQUIRED, "requireResidentKey", true, "userVerification", REQUIRED),
                "excludeCredentials",
                known.stream()
                        .map(id -> Map.of("type", KEY, "id", Base64Url.text(id)))
                        .toList(),
                "attestation",
                "none",
                "timeout",
                PasskeyChallenge.LIFE.toMillis());
    }

    /// Options of `navigator.credentials.get`: any key of this relying party, whoever's it is.
    Map<String, Object> toUse(PasskeyChallenge challenge) {
        return Map.of(
                "challenge", challenge.encoded(),
                "rpId", party.id(),
                "userVerification", REQUIRED,
                "timeout", PasskeyChallenge.LIFE.toMillis());
    }

    /// @param answer `RegistrationResponseJSON` of the browser
    /// @return empty: it is not what was asked for
    Optional<Made> made(String answer, byte[] challenge) {
        try {
            var data = manager.verifyRegistrationResponseJSON(
                    answer, new RegistrationParameters(expected(challenge), ALGORITHMS, USER_VERIFIED, USER_PRESENT));
            var authenticator =
                    Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
            var credential = Objects.requireNonNull(authenticator.getAttestedCredentialData());
            return Optional.of(new Made(
                    Base64Url.text(credential.getCredentialId()),
                    Base64Url.text(credentials.convert(credential)),
                    authenticator.getSignCount(),
                    authenticator.isFlagBE(),
                    authenticator.isFlagBS()));
        } catch (DataConversionException | VerificationException refusal) {
            return Optional.empty();
        }
    }

    /// @param answer `AuthenticationResponseJSON` of the browser
    /// @return empty: it cannot be read
    Optional<AuthenticationData> read(String answer) {
        try {
            return Optional.of(manager.parseAuthenticationResponseJSON(answer));
        } catch (DataConversionException unreadable) {
            return Optional.empty();
        }
    }

    /// @return empty: it is not this key's answer to the challenge
    Optional<Used> used(AuthenticationData answer, byte[] challenge, PasskeyStore.Stored key) {
        var known = new CredentialRecordImpl(
                new NoneAttestationStatement(),
                USER_VERIFIED,
                key.backupEligible(),
                key.backedUp(),
                key.signCount(),
                credentials.convert(Base64Url.bytes(key.credential())),
                null,
                null,
                null,
                Set.of());
        try {
            var verified = manager.verify(
                    answer,
                    new AuthenticationParameters(expected(challenge), known, null, USER_VERIFIED, USER_PRESENT));
            var authenticator = Objects.requireNonNull(verified.getAuthenticatorData());
            return Optional.of(new Used(authenticator.getSignCount(), authenticator.isFlagBS()));
        } catch (VerificationException refusal) {
            return Optional.empty();
        }
    }

    private ServerProperty expected(byte[] challenge) {
        return ServerProperty.builder()
                .origin(Origin.create(party.origin()))
                .rpId(party.id())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private static PublicKeyCredentialParameters algorithm(COSEAlgorithmIdentifier identifier) {
        return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, identifier);
    }
}
