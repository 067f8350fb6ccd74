package studio.pastiche.ui.action;

import java.util.Locale;
import java.util.OptionalInt;

/// Whether what was typed is meant by some words: every letter of it must come in them, in order.
final class Fuzzy {
  private static final int NEXT = 8;
  private static final int WORD = 6;
  private static final int START = 4;

  private Fuzzy() {}

  /// How well `typed` fits `words`; more is better, and nothing where it does not fit. Letters that
  /// follow each other and that begin words count more.
  static OptionalInt score(String typed, String words) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    String text = words.toLowerCase(Locale.ROOT);
    int best = -1;
    for (int start = 0; start <= text.length(); start++) {
      best = Math.max(best, from(wanted, text, start));
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  /// The same with the first letter at `start` or later, or -1.
  private static int from(String wanted, String text, int start) {
    int score = 0;
    int last = start - 2;
    int at = start;
    for (char letter : wanted.toCharArray()) {
      if (letter == ' ') {
        continue;
      }
      int found = text.indexOf(letter, at);
      if (found < 0) {
        return -1;
      }
      boolean beginsWord = found == 0 || !Character.isLetterOrDigit(text.charAt(found - 1));
      score += 1 + (found == last + 1 ? NEXT : 0) + (beginsWord ? WORD : 0);
      score += found == 0 ? START : 0;
      last = found;
      at = found + 1;
    }
    return score;
  }
}
