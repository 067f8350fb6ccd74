/// The studio's document: inputs, recipe files, snapshots.
@NullMarked
package studio.pastiche.session;

import org.jspecify.annotations.NullMarked;
