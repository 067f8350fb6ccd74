package studio.pastiche.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.pastiche.ui.document.DocumentDialogs;

/// Answers what is asked about projects, as a test has told it, and remembers the questions.
final class FakeDocumentDialogs implements DocumentDialogs {
  final List<String> asked = new ArrayList<>();
  @Nullable Path open;
  @Nullable Path saveTo;
  String suggested = "";
  Answer answer = Answer.CANCEL;

  @Override
  public Optional<Path> openProject() {
    return Optional.ofNullable(open);
  }

  @Override
  public Optional<Path> saveProject(String suggestedName, @Nullable Path beside) {
    suggested = suggestedName;
    return Optional.ofNullable(saveTo);
  }

  @Override
  public Answer unsaved(String name, String losses) {
    asked.add(losses);
    return answer;
  }
}
