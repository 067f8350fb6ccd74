package studio.pastiche.ui.dialog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import studio.pastiche.ui.text.Texts;

/// Asks before a file is replaced whose name nobody typed: the system's dialog asks about the name
/// as it was typed, before an extension is added to it.
public final class Replacing {
  private Replacing() {}

  /// @param typed in the system's dialog
  /// @param target that would be written
  /// @param confirms puts a question
  public static boolean mayWrite(
      Path typed, Path target, Texts texts, Predicate<DialogService.Question> confirms) {
    return target.equals(typed)
        || Files.notExists(target)
        || confirms.test(
            new DialogService.Question(
                texts.get("dialog.replace", String.valueOf(target.getFileName())),
                texts.get("dialog.replace.detail"),
                texts.get("dialog.replace.yes"),
                texts.get("dialog.replace.no")));
  }
}
