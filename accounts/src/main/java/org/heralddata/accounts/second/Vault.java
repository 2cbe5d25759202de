package org.heralddata.accounts.second;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.heralddata.accounts.AccountCode;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;

/**
 * Seals secrets that have to be read again, by AES-256-GCM (NIST SP 800-38D), bound to the account that they belong to. The key
 * is asked for when it is first needed, and is not where the sealed things are. Safe for many threads.
 */
public final class Vault {
    public static final int KEY_BYTES = 32;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Supplier<byte[]> key;

    /** @param key of {@value #KEY_BYTES} bytes, always the same */
    public Vault(Supplier<byte[]> key) {
        this.key = key;
    }

    /** A key for a new vault. */
    public static byte[] newKey() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    public byte[] seal(String account, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, account, nonce).doFinal(secret);
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return all;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }

    /** @throws Refusal if it was sealed with another key, or for another account */
    public byte[] open(String account, byte[] sealed) {
        byte[] whole = Arrays.copyOf(sealed, Math.max(sealed.length, NONCE_BYTES)); // a shorter one has no tag: refused
        try {
            return cipher(Cipher.DECRYPT_MODE, account, Arrays.copyOf(whole, NONCE_BYTES))
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
        } catch (AEADBadTagException otherKey) {
            throw new Refusal(
                    Diagnostic.error(
                                    AccountCode.KEY_LOST,
                                    "the key of second factors is not the one that they were kept with")
                            .helped("bring back `db/accounts.key` of the home, or take the second factor away:"
                                    + " herald user second-factor EMAIL --remove"),
                    otherKey);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What is kept of a recovery code: nothing can be tried on it without the key. */
    public byte[] mark(String account, String code) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.get(), "HmacSHA256"));
            return mac.doFinal((account + "\n" + code).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Cipher cipher(int mode, String account, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key.get(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(account.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
