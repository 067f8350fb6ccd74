/// Pictures out of the studio: saved, dragged out, and asked about before they would be lost.
@NullMarked
package studio.pastiche.ui.saving;

import org.jspecify.annotations.NullMarked;
