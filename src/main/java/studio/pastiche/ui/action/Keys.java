package studio.pastiche.ui.action;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// What to press for an action.
public sealed interface Keys {
  /// Keys held together.
  ///
  /// @param combination the keys
  /// @param sharedWithText whether they do the same to the text in a field, which then has them
  ///   first: paste, undo
  record Held(KeyCodeCombination combination, boolean sharedWithText) implements Keys {
    @Override
    public boolean pressed(KeyEvent event) {
      return event.getEventType() == KeyEvent.KEY_PRESSED && combination.match(event);
    }

    @Override
    public String words() {
      return combination.getDisplayText();
    }

    /// A letter, a digit or a sign, if need be with Shift, would be typed.
    @Override
    public boolean typesText() {
      boolean alone =
          combination.getShortcut() == KeyCombination.ModifierValue.UP
              && combination.getControl() == KeyCombination.ModifierValue.UP
              && combination.getAlt() == KeyCombination.ModifierValue.UP
              && combination.getMeta() == KeyCombination.ModifierValue.UP;
      KeyCode code = combination.getCode();
      boolean sign = code.isLetterKey() || code.isDigitKey() || code == KeyCode.SPACE;
      return alone && (sign || code.getChar().length() == 1 && !code.isWhitespaceKey());
    }
  }

  /// A character, wherever the keyboard has it.
  record Typed(String character) implements Keys {
    @Override
    public boolean pressed(KeyEvent event) {
      return event.getEventType() == KeyEvent.KEY_TYPED && event.getCharacter().equals(character);
    }

    @Override
    public String words() {
      return character;
    }

    @Override
    public boolean typesText() {
      return true;
    }
  }

  /// Whether one press would be both.
  default boolean sameAs(Keys other) {
    return this instanceof Held held && other instanceof Held two
        ? held.combination().equals(two.combination())
        : equals(other);
  }

  /// Whether this event is these keys.
  boolean pressed(KeyEvent event);

  /// The keys as menus write them.
  String words();

  /// Whether a text field would take them for writing.
  boolean typesText();

  /// The system's modifier (Ctrl, or Cmd on macOS) and a key.
  static Keys shortcut(KeyCode code) {
    return new Held(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN), false);
  }

  /// The system's modifier, Shift, and a key.
  static Keys shiftShortcut(KeyCode code) {
    return new Held(
        new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
        false);
  }

  /// A key alone. Where it would write, it acts only outside of text fields.
  static Keys plain(KeyCode code) {
    return new Held(new KeyCodeCombination(code), false);
  }

  /// Shift and a key. Where they would write, they act only outside of text fields.
  static Keys shift(KeyCode code) {
    return new Held(new KeyCodeCombination(code, KeyCombination.SHIFT_DOWN), false);
  }

  /// A character alone, such as `?`; it acts only outside of text fields.
  static Keys typed(String character) {
    return new Typed(character);
  }

  /// The system's modifier and a key that do the same to the text in a field.
  static Keys shared(KeyCode code) {
    return new Held(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN), true);
  }

  /// As [#shared(KeyCode)], with Shift.
  static Keys shiftShared(KeyCode code) {
    return new Held(
        new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
        true);
  }
}
