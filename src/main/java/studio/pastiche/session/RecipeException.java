package studio.pastiche.session;

import java.io.IOException;

/// A recipe that can't be read; the message says in one line what is wrong with it.
public final class RecipeException extends IOException {
  private static final long serialVersionUID = 1;

  RecipeException(String message) {
    super(message);
  }

  RecipeException(String message, Throwable cause) {
    super(message, cause);
  }
}
