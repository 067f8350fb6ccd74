package studio.pastiche.cli;

import java.nio.file.Path;
import studio.pastiche.engine.Painted;
import studio.pastiche.engine.Run;
import studio.pastiche.engine.RunListener;
import studio.pastiche.engine.Stage;

/// What the command line says while it paints, in one of its voices: [JsonLines], [ProgressBar] or
/// [QuietLines].
interface Reporter {
  /// Something worth knowing, in a line.
  void note(String line);

  /// The painting begins.
  void started(Run run);

  void entered(Stage stage, int stages);

  /// An iteration is done; it took that many milliseconds.
  void painted(Painted painted, double ms);

  void recovered(RunListener.Recovery recovery);

  /// A stage ends before its time, as the distance hardly falls any more.
  void levelledOff(Stage stage, int iteration);

  void snapshot(Path file, Painted painted);

  /// The user asked to stop.
  void stopping();

  /// The picture is saved: the last that is said.
  void saved(Path file, Outcome outcome, double seconds);
}
