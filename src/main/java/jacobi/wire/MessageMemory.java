package jacobi.wire;

import zmq.Msg;
import zmq.msg.MsgAllocator;
import zmq.msg.MsgAllocatorHeap;

/**
 * Where JeroMQ puts the messages it reads: the heap, whatever their size. By itself it takes large ones from direct
 * memory, which a cell may have used up.
 *
 * <p>A message for which there is no room cannot be skipped: the rest of what its sender says would be taken for
 * something else. So room is made.
 */
final class MessageMemory implements MsgAllocator {
    private final MsgAllocator heap = new MsgAllocatorHeap();
    private final Room room;

    MessageMemory(Room room) {
        this.room = room;
    }

    @Override
    public Msg allocate(int size) {
        return room.get(() -> heap.allocate(size));
    }
}
