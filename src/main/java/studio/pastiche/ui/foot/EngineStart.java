package studio.pastiche.ui.foot;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pastiche.engine.weights.CompactNetwork;
import studio.pastiche.ui.notice.Notice;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.task.EngineRoom;
import studio.pastiche.ui.text.Texts;

/// Opens the engine while the artist still looks for pictures.
final class EngineStart {
  private static final Logger LOG = LoggerFactory.getLogger(EngineStart.class);

  private EngineStart() {}

  static void begin(
      EngineRoom engines, String device, StatusFoot foot, Notices notices, Texts texts) {
    engines.prepare(
        device,
        CompactNetwork.NAME,
        equipment -> foot.engine().set(new StatusFoot.EngineState.Ready(equipment)),
        problem -> {
          LOG.error("The engine could not be opened", problem);
          foot.engine().set(new StatusFoot.EngineState.Failed());
          notices.error(
              Notice.Topic.PAINTING,
              texts.get("notice.no-engine"),
              texts.get("notice.no-engine.why", texts.said(problem)),
              problem);
        });
  }
}
