package studio.pastiche.ui.copying;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Text on a clipboard.
///
/// @param text what is on it, if that is text
/// @param put replaces it
public record ClipboardText(Supplier<Optional<String>> text, Consumer<String> put) {
  /// The system's.
  public static ClipboardText system() {
    return new ClipboardText(
        () -> Optional.ofNullable(Clipboard.getSystemClipboard().getString()),
        words -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(words);
          Clipboard.getSystemClipboard().setContent(content);
        });
  }
}
