package io.encours.importing.fec;

import java.util.Arrays;

/// The entries of a file, each with the bits of its accounts and its balance; a few bytes an entry, found by a hash of
/// what identifies it, wherever in the file its lines stand.
final class Entries {

    private long[] keys = new long[1 << 12];
    private int[] slots = new int[1 << 12];
    private long[] balances = new long[1 << 11];
    private int[] bits = new int[1 << 11];
    private int[] journals = new int[1 << 11];
    private int count;
    private long lastKey;
    private int lastEntry = -1;

    /// Number of the entry with this key, a new one when there is none.
    int of(long key) {
        if (lastEntry >= 0 && key == lastKey) {
            return lastEntry;
        }
        var mask = keys.length - 1;
        var at = (int) (key ^ key >>> 32) & mask;
        while (slots[at] != 0) {
            if (keys[at] == key) {
                lastKey = key;
                lastEntry = slots[at] - 1;
                return lastEntry;
            }
            at = at + 1 & mask;
        }
        keys[at] = key;
        slots[at] = ++count;
        lastKey = key;
        lastEntry = count - 1;
        if (count > balances.length - 1) {
            balances = Arrays.copyOf(balances, count * 2);
            bits = Arrays.copyOf(bits, count * 2);
            journals = Arrays.copyOf(journals, count * 2);
        }
        if (count * 2 > keys.length) {
            grow();
        }
        return lastEntry;
    }

    void add(int entry, int journal, int accountBits, long amount) {
        bits[entry] |= accountBits;
        journals[entry] = journal;
        balances[entry] += amount;
    }

    int bits(int entry) {
        return bits[entry];
    }

    int journal(int entry) {
        return journals[entry];
    }

    int count() {
        return count;
    }

    /// How many of them do not balance.
    int unbalanced() {
        var unbalanced = 0;
        for (var i = 0; i < count; i++) {
            unbalanced += balances[i] != 0 ? 1 : 0;
        }
        return unbalanced;
    }

    private void grow() {
        var oldKeys = keys;
        var oldSlots = slots;
        keys = new long[oldKeys.length * 2];
        slots = new int[oldKeys.length * 2];
        var mask = keys.length - 1;
        for (var i = 0; i < oldKeys.length; i++) {
            if (oldSlots[i] != 0) {
                var at = (int) (oldKeys[i] ^ oldKeys[i] >>> 32) & mask;
                while (slots[at] != 0) {
                    at = at + 1 & mask;
                }
                keys[at] = oldKeys[i];
                slots[at] = oldSlots[i];
            }
        }
    }
}
