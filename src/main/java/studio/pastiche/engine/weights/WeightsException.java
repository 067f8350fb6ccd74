package studio.pastiche.engine.weights;

import java.io.IOException;

/// A weight file that can't be used: the message names the file, what is wrong and the remedy, in
/// one line.
public class WeightsException extends IOException {
  private static final long serialVersionUID = 1;

  public WeightsException(String file, String problem) {
    super(line(file, problem));
  }

  public WeightsException(String file, String problem, Throwable cause) {
    super(line(file, problem), cause);
  }

  /// Names in weight files may hold anything, what steers a terminal for one.
  private static String line(String file, String problem) {
    return file + ": " + problem.replaceAll("\\p{Cntrl}", "?");
  }
}
