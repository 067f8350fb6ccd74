package studio.pastiche.session;

import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Brings the text of an older version's document up to the present format, one step after the
/// other. A step may count on its own format only, so none is ever changed once it is released.
final class Migrations {
  /// The format that this version writes.
  static final int CURRENT = 1;

  /// The step at place n leads from format n to n + 1.
  private static final List<Consumer<ObjectNode>> STEPS = List.of(Migrations::fromDraft);

  private Migrations() {}

  /// @param document of a format from 0 to [#CURRENT]; changed in place
  static void apply(ObjectNode document, int format) {
    for (int step = format; step < CURRENT; step++) {
      STEPS.get(step).accept(document);
      document.put("format", step + 1);
    }
  }

  /// The drafts before 0.1.0 called branches runs, and knew no names for them.
  private static void fromDraft(ObjectNode document) {
    if (document.get("runs") instanceof JsonNode runs) {
      document.set("branches", runs);
      document.remove("runs");
      runs.forEach(run -> setIfMissing(run, "name", ""));
    }
    document
        .path("snapshots")
        .forEach(
            each -> {
              if (each instanceof ObjectNode snapshot
                  && snapshot.get("run") instanceof JsonNode n) {
                snapshot.set("branch", n);
                snapshot.remove("run");
              }
            });
  }

  private static void setIfMissing(JsonNode node, String field, String value) {
    if (node instanceof ObjectNode fields && !fields.has(field)) {
      fields.put(field, value);
    }
  }
}
